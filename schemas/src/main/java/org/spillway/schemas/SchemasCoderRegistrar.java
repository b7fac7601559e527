package org.spillway.schemas;

import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviderRegistrar;
import org.apache.beam.sdk.coders.CoderProviders;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Tells Beam the coder of every type here, so that pipelines need not name them. */
public final class SchemasCoderRegistrar implements CoderProviderRegistrar {

  @Override
  public List<CoderProvider> getCoderProviders() {
    return List.of(
        provider(ArchiveEntry.class, ArchiveEntryCoder.of()),
        CoderProviders.fromStaticMethods(Batch.class, BatchCoder.class),
        provider(Catalog.class, CatalogCoder.of()),
        provider(DistinctIds.class, DistinctIdsCoder.of()),
        provider(EnrichedHistory.class, EnrichedHistoryCoder.of()),
        provider(EntryReport.class, EntryReportCoder.of()),
        provider(ItemFeatures.class, ItemFeaturesCoder.of()),
        provider(Judgement.class, JudgementCoder.of()),
        provider(Link.class, LinkCoder.of()),
        provider(Movie.class, MovieCoder.of()),
        provider(OutputFile.class, OutputFileCoder.of()),
        provider(RatingBatch.class, RatingBatchCoder.of()),
        provider(RatingsProfile.class, RatingsProfileCoder.of()),
        provider(ReadinessCheck.class, ReadinessCheckCoder.of()),
        provider(RejectedRow.class, RejectedRowCoder.of()),
        provider(SeedSlate.class, SeedSlateCoder.of()),
        provider(SummaryTable.class, SummaryTableCoder.of()),
        provider(Tag.class, TagCoder.of()),
        provider(UserFeatures.class, UserFeaturesCoder.of()),
        provider(UserHistory.class, UserHistoryCoder.of()));
  }

  private static <T> CoderProvider provider(Class<T> type, Coder<T> coder) {
    return CoderProviders.forCoder(TypeDescriptor.of(type), coder);
  }
}
