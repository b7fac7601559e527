package org.spillway.pipelines;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Set;
import java.util.zip.ZipFile;

/**
 * Who may touch local files. All others go through Beam's FileSystems, so that archives and results
 * can be on any of them and steps can run on any machine.
 */
@AnalyzeClasses(
    packages = {"org.spillway.transforms", "org.spillway.pipelines"},
    importOptions = DoNotIncludeTests.class)
class LocalFilesTest {

  /** By name, since most of them nobody else may see; each with what it is for. */
  private static final Set<String> MAY =
      Set.of(
          // Permissions, links and empty folders, of which Beam's file systems do not know.
          "org.spillway.transforms.write.LocalFolders",
          // The launcher's log grows while the run lasts, which only a local file can.
          "org.spillway.pipelines.cli.RunLog",
          // Holds the place of that log.
          "org.spillway.pipelines.cli.PrepareCommand",
          // Tells a folder or a pipe from a file before any work, where the input is local.
          "org.spillway.pipelines.cli.Inputs",
          // Make an archive on the user's disk.
          "org.spillway.pipelines.cli.DemoCommand",
          "org.spillway.pipelines.cli.GenerateCommand",
          // Refuses a folder in the place of its page, where that is local.
          "org.spillway.pipelines.cli.CompareCommand");

  private static final DescribedPredicate<JavaClass> MAY_TOUCH_LOCAL_FILES =
      DescribedPredicate.describe(
          "are listed as touching local files",
          java -> MAY.contains(java.getName().replaceFirst("\\$.*", "")));

  private static final DescribedPredicate<JavaClass> ARE_LOCAL_FILES =
      JavaClass.Predicates.belongToAnyOf(
              File.class,
              FileChannel.class,
              FileInputStream.class,
              FileOutputStream.class,
              FileReader.class,
              FileWriter.class,
              Files.class,
              Path.class,
              Paths.class,
              RandomAccessFile.class,
              ZipFile.class)
          .or(JavaClass.Predicates.resideInAPackage("org.apache.hadoop.fs.."))
          .as("are local files or Hadoop's");

  @ArchTest
  static final ArchRule localFilesAreLeftToThoseListed =
      noClasses()
          .that(DescribedPredicate.not(MAY_TOUCH_LOCAL_FILES))
          .should()
          .dependOnClassesThat(ARE_LOCAL_FILES);

  /** Else the list would outlive its reasons. */
  @ArchTest
  static final ArchRule thoseListedTouchLocalFiles =
      classes()
          .that(MAY_TOUCH_LOCAL_FILES)
          .and()
          .areTopLevelClasses()
          .should()
          .dependOnClassesThat(ARE_LOCAL_FILES);
}
