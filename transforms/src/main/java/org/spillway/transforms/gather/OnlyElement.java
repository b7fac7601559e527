package org.spillway.transforms.gather;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.PCollectionViews;
import org.apache.beam.sdk.values.PCollectionViews.TypeDescriptorSupplier;

/**
 * The side input that {@link View#asSingleton()} makes, of a collection that is known to have one
 * element by how it was made. A step that looks at it finds that element, or fails if there is
 * none. That there is no other is the caller's to know: a runner may notice or not. Beam's own
 * combines the collection first, and so does notice, for a shuffle and four more steps.
 *
 * <pre>{@code
 * PCollectionView<Catalog> catalog = movies.records().apply("Catalog", OnlyElement.asView());
 * }</pre>
 *
 * @param <T> the element, not null
 */
public final class OnlyElement<T> extends PTransform<PCollection<T>, PCollectionView<T>> {
  private static final long serialVersionUID = 1;

  private OnlyElement() {}

  /** The view of the only element. */
  public static <T> OnlyElement<T> asView() {
    return new OnlyElement<>();
  }

  @Override
  public PCollectionView<T> expand(PCollection<T> collection) {
    Coder<T> coder = collection.getCoder();
    TypeDescriptorSupplier<T> type = coder::getEncodedTypeDescriptor;
    PCollectionView<T> view =
        PCollectionViews.singletonView(
            collection, type, collection.getWindowingStrategy(), false, null, coder);
    collection.apply("CreateView", View.CreatePCollectionView.of(view));
    return view;
  }
}
