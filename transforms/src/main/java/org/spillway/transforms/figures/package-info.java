/**
 * Draws the setup pipeline's figures from its summary tables: each figure is a function of its
 * tables alone ({@link org.spillway.transforms.figures.SetupFigures}), and a drawn figure is a PNG
 * for documents or an SVG for pages and papers.
 *
 * <p>Charts are JFreeChart's, in the style of seaborn's whitegrid. Text is measured, and in a PNG
 * drawn, with a typeface that comes along, so that a figure does not depend on what is installed.
 */
@NullMarked
package org.spillway.transforms.figures;

import org.jspecify.annotations.NullMarked;
