package org.consumptionaid.marketplace.sheets;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a file.
 *
 * @param number as the spreadsheet shows it, from 1
 * @param cells from the first column on; those after the last filled one are left out
 */
record SheetRow(int number, List<Cell> cells) {
    Cell cell(int position) {
        return position < cells.size() ? cells.get(position) : Cell.EMPTY;
    }

    Map<Column, Cell> byColumn(Map<Column, Integer> positions) {
        Map<Column, Cell> found = new EnumMap<>(Column.class);
        positions.forEach((column, position) -> found.put(column, cell(position)));
        return found;
    }
}
