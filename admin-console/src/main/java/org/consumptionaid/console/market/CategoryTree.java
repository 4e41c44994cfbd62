package org.consumptionaid.console.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The categories as a tree, in the order the API has them: parents before their children. */
public final class CategoryTree {

    /** A branch, as far down as it goes; {@code depth} is 0 at the top. */
    public record Node(Category category, int depth) {}

    private final List<Category> all;
    private final Map<String, Category> byCode = new HashMap<>();

    public CategoryTree(List<Category> all) {
        this.all = all;
        all.forEach(category -> byCode.put(category.code(), category));
    }

    public List<Category> top() {
        return children(null);
    }

    public List<Category> children(@Nullable String code) {
        return all.stream().filter(one -> Objects.equals(one.parent(), code)).toList();
    }

    /** A category and everything below it, each before what belongs to it. */
    public List<Node> branch(Category top) {
        List<Node> nodes = new ArrayList<>();
        add(top, 0, nodes);
        return nodes;
    }

    /** From the top down to the category; none if there is no such category. */
    public List<Category> path(String code) {
        List<Category> path = new ArrayList<>();
        Category at = byCode.get(code);
        while (at != null) {
            path.add(at);
            at = at.parent() == null ? null : byCode.get(at.parent());
        }
        return path.reversed();
    }

    private void add(Category category, int depth, List<Node> nodes) {
        nodes.add(new Node(category, depth));
        children(category.code()).forEach(child -> add(child, depth + 1, nodes));
    }
}
