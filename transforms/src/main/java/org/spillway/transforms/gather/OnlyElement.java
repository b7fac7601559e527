package org.spillway.transforms.gather;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * A side input that is one element, such as a catalog, by {@link
 * org.apache.beam.sdk.transforms.View#asIterable}. Beam's {@code asSingleton} would combine what is
 * one already, which takes a shuffle and two copies of it more.
 *
 * <p>A runner may read and decode an iterable anew whenever it is asked for, so the element is
 * looked up once in a bundle and window: a step calls {@link #forget} as a bundle begins.
 *
 * @param <T> the element
 */
public final class OnlyElement<T> implements Serializable {
  private static final long serialVersionUID = 1;

  private final PCollectionView<Iterable<T>> view;
  private transient @Nullable T element;
  private transient @Nullable BoundedWindow windowOfElement;

  /** The element of this view. */
  public OnlyElement(PCollectionView<Iterable<T>> view) {
    this.view = view;
  }

  /** Has it looked up again. */
  public void forget() {
    element = null;
  }

  /**
   * The element.
   *
   * @param window that of the element which is processed
   * @throws IllegalArgumentException if there is none, or more than one
   */
  public T of(DoFn<?, ?>.ProcessContext context, BoundedWindow window) {
    T known = element;
    if (known == null || !window.equals(windowOfElement)) {
      known = only(context.sideInput(view));
      element = known;
      windowOfElement = window;
    }
    return known;
  }

  private T only(Iterable<T> elements) {
    Iterator<T> all = elements.iterator();
    if (!all.hasNext()) {
      throw new IllegalArgumentException("a side input of one element has none: " + view);
    }
    T only = all.next();
    if (all.hasNext()) {
      throw new IllegalArgumentException("a side input of one element has several: " + view);
    }
    return only;
  }
}
