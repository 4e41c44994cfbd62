package org.consumptionaid.marketplace.sheets;

import java.util.List;

/**
 * What is in a file.
 *
 * @param titles of the columns, as they stand there
 */
record ReadSheet(List<String> titles, List<SheetRow> rows) {}
