package org.consumptionaid.marketplace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTest {
    /** The tree over the bytes 00, 01, … as RFC 9162's test vectors have it for one leaf. */
    @Test
    void hashesALeafAsTheStandardDoes() {
        assertThat(Merkle.leaf(""))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void keepsLeavesNodesAndSealsApart() {
        assertThat(List.of(Merkle.leaf("x"), Merkle.seal("x"))).doesNotHaveDuplicates();
    }

    @Property(tries = 60)
    void leadsFromEveryLeafToTheRoot(@ForAll @IntRange(min = 1, max = 70) int size) {
        List<String> leaves = leaves(size);
        List<List<String>> paths = Merkle.paths(leaves);
        String root = Merkle.root(leaves);

        for (int i = 0; i < size; i++) {
            assertThat(climb(leaves.get(i), paths.get(i), i, size)).isEqualTo(root);
        }
    }

    @Property(tries = 60)
    void changesItsRootWithAnyLeaf(
            @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int which) {
        List<String> changed = new java.util.ArrayList<>(leaves(size));
        changed.set(which % size, Merkle.leaf("another"));

        assertThat(Merkle.root(changed)).isNotEqualTo(Merkle.root(leaves(size)));
    }

    private static List<String> leaves(int size) {
        return IntStream.range(0, size).mapToObj(i -> Merkle.leaf("leaf " + i)).toList();
    }

    private static String climb(String leaf, List<String> path, int position, int size) {
        if (size == 1) {
            assertThat(path).isEmpty();
            return leaf;
        }
        int split = Integer.highestOneBit(size - 1);
        List<String> below = path.subList(0, path.size() - 1);
        return position < split
                ? Merkle.root(List.of(climb(leaf, below, position, split), path.getLast()))
                : Merkle.root(
                        List.of(
                                path.getLast(),
                                climb(leaf, below, position - split, size - split)));
    }
}
