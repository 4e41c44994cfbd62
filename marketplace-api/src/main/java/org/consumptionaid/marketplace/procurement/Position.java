package org.consumptionaid.marketplace.procurement;

import java.util.UUID;

/**
 * Where an order stands in the accounts of the unit it counts for.
 *
 * @param fiscalYear of the day it was placed, whenever it is paid
 */
record Position(UUID unitId, int fiscalYear, int month, Stage stage, long fen) {
    Position at(Stage next, long amount) {
        return new Position(unitId, fiscalYear, month, next, next == Stage.NONE ? 0 : amount);
    }

    Position of(UUID unit) {
        return new Position(unit, fiscalYear, month, stage, fen);
    }

    String account(Stage of) {
        return "unit/" + unitId + "/" + fiscalYear + "-" + of.account();
    }
}
