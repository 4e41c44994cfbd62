package org.consumptionaid.marketplace.benefit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.consumptionaid.marketplace.ledger.NewPosting;

/**
 * What an order line earned, divided among modes by a rule and within the households' modes among
 * open claims.
 */
record Split(UUID ruleId, long fen, List<Part> parts, List<Share> claims) {
    /** A confirmed claim that has not received all it is worth. */
    record OpenClaim(UUID id, String household, Mode mode, long openFen) {}

    /** A mode's part. */
    record Part(Mode mode, int basisPoints, long fen) {}

    /** What a claim gets, and what it had open. */
    record Share(UUID claim, String household, Mode mode, long openFen, long fen) {}

    static Split of(RuleView rule, long fen, List<OpenClaim> open) {
        List<Long> fens =
                BenefitRules.divide(
                        fen, rule.parts().stream().map(part -> (long) part.basisPoints()).toList());
        List<Part> parts = new ArrayList<>();
        List<Share> claims = new ArrayList<>();
        for (int i = 0; i < fens.size(); i++) {
            RuleView.Part share = rule.parts().get(i);
            Part part = new Part(share.mode(), share.basisPoints(), fens.get(i));
            parts.add(part);
            claims.addAll(shares(part, open));
        }
        return new Split(rule.id(), fen, List.copyOf(parts), List.copyOf(claims));
    }

    private static List<Share> shares(Part part, List<OpenClaim> open) {
        List<OpenClaim> own = open.stream().filter(claim -> claim.mode() == part.mode()).toList();
        List<Long> fens =
                BenefitRules.allot(part.fen(), own.stream().map(OpenClaim::openFen).toList());
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            OpenClaim claim = own.get(i);
            shares.add(
                    new Share(
                            claim.id(),
                            claim.household(),
                            claim.mode(),
                            claim.openFen(),
                            fens.get(i)));
        }
        return shares;
    }

    /**
     * What the ledger books: from the cooperative's benefit account to households and to what the
     * cooperative keeps. A household part that no evidence supports is {@code unclaimed}.
     */
    List<NewPosting> postings(UUID organisation) {
        String cooperative = "cooperative/" + organisation + "/";
        Map<String, Long> households = new TreeMap<>();
        Map<String, Long> kept = new TreeMap<>();
        for (Part part : parts) {
            long claimed = 0;
            for (Share share : claims) {
                if (share.mode() == part.mode()) {
                    claimed += share.fen();
                    households.merge(
                            "household/" + share.household() + "/" + share.mode().account(),
                            share.fen(),
                            Long::sum);
                }
            }
            String name = part.mode().isForHouseholds() ? "unclaimed" : part.mode().account();
            kept.merge(cooperative + name, part.fen() - claimed, Long::sum);
        }
        List<NewPosting> postings = new ArrayList<>();
        postings.add(new NewPosting(cooperative + "benefit", organisation, -fen));
        households.forEach((account, fen) -> add(postings, new NewPosting(account, null, fen)));
        kept.forEach((account, fen) -> add(postings, new NewPosting(account, organisation, fen)));
        return postings;
    }

    private static void add(List<NewPosting> postings, NewPosting posting) {
        if (posting.amountFen() != 0) {
            postings.add(posting);
        }
    }
}
