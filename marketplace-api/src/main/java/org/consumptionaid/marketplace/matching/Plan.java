package org.consumptionaid.marketplace.matching;

import java.util.List;

/**
 * Which offer serves which demand.
 *
 * @param offerOf by demand; {@link Week#NONE} where nothing does
 * @param fen price at the door of all served lines
 * @param score price and preferences, and for each unserved line its penalty
 * @param unserved lines that nothing serves
 * @param bound no plan's score is below it
 */
public record Plan(List<Integer> offerOf, long fen, long score, int unserved, double bound) {
    /** How far the score is at most above the best plan's, as a part of it: 0.02 is 2 %. */
    public double gap() {
        return score == 0 ? 0 : Math.max(0, (score - bound) / score);
    }
}
