package org.spillway.pipelines.examples;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.spillway.schemas.Catalog;
import org.spillway.transforms.enrich.EnrichWithCatalog;
import org.spillway.transforms.features.ComputeUserFeatures;
import org.spillway.transforms.read.ReadZipCsv;
import org.spillway.transforms.sample.AssembleHistories;
import org.spillway.transforms.sample.SampleUsersByModulus;

/** Writes the users of a sample who have rated much: id, number of ratings, mean, in any order. */
public final class BusiestUsers {

  private BusiestUsers() {}

  /** Takes an archive and the CSV file to write. */
  public static void main(String[] args) {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    build(pipeline, args[0], args[1]);
    pipeline.run().waitUntilFinish();
  }

  static void build(Pipeline pipeline, String archive, String csv) {
    PCollection<String> archives = pipeline.apply("Archive", Create.of(archive));
    PCollectionView<Iterable<Catalog>> catalog =
        archives
            .apply("ReadMovies", ReadZipCsv.movies())
            .records()
            .apply("Catalog", View.asIterable());
    archives
        .apply("ReadRatings", ReadZipCsv.ratings())
        .records()
        .apply("Sample", SampleUsersByModulus.of(2))
        .apply("Assemble", AssembleHistories.create().withPartitions(4))
        .apply("Enrich", EnrichWithCatalog.of(catalog))
        .apply("UserFeatures", ComputeUserFeatures.create())
        .apply("Busy", Filter.by(user -> user.ratings() >= 100))
        .apply(
            "Format",
            MapElements.into(TypeDescriptors.strings())
                .via(user -> user.userId() + "," + user.ratings() + "," + user.meanRating()))
        .apply("Write", TextIO.write().to(csv).withoutSharding().withHeader("user,ratings,mean"));
  }
}
