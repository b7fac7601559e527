package org.spillway.transforms.read;

/** Leads from the cell that is wrong to the place that accounts for the row. Has no stack trace. */
final class RowRejectedException extends Exception {
  private static final long serialVersionUID = 1;

  private final RowFault fault;
  private final String column;

  /**
   * A rejection.
   *
   * @param column the name of the column at fault; empty for the row as a whole
   * @param reason what was expected and what was found, in one line
   */
  RowRejectedException(RowFault fault, String column, String reason) {
    super(reason, null, false, false);
    this.fault = fault;
    this.column = column;
  }

  RowFault fault() {
    return fault;
  }

  String column() {
    return column;
  }
}
