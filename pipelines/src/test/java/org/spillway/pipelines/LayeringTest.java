package org.spillway.pipelines;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.google.inject.Inject;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.PTransform;

/** The arrows between the modules, and what each of them must not know. */
@AnalyzeClasses(packages = "org.spillway", importOptions = DoNotIncludeTests.class)
class LayeringTest {

  @ArchTest
  static final ArchRule arrowsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("schemas")
          .definedBy("org.spillway.schemas..")
          .layer("transforms")
          .definedBy("org.spillway.transforms..")
          .layer("data")
          .definedBy("org.spillway.data..")
          .layer("pipelines")
          .definedBy("org.spillway.pipelines..")
          .whereLayer("pipelines")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("transforms")
          .mayOnlyBeAccessedByLayers("pipelines")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers("pipelines")
          .whereLayer("schemas")
          .mayOnlyBeAccessedByLayers("transforms", "data", "pipelines");

  @ArchTest
  static final ArchRule onlyRunnersNameARunner =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.beam.runners..");

  @ArchTest
  static final ArchRule nothingIsInjectedIntoATransform =
      noClasses()
          .that()
          .resideInAPackage("org.spillway.transforms..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(PipelineOptions.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage(Inject.class.getPackageName() + "..");

  @ArchTest
  static final ArchRule noTransformIsCalledATransform =
      classes()
          .that()
          .areAssignableTo(PTransform.class)
          .should()
          .haveSimpleNameNotEndingWith("Transform");

  @ArchTest
  static final ArchRule nobodyReachesIntoBeamsShadedLibraries =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.beam.vendor..");
}
