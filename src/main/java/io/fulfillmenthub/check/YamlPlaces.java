package io.fulfillmenthub.check;

import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where something stands in a YAML text. */
final class YamlPlaces {

    private YamlPlaces() {}

    /** @return the line of what stands at that path of keys and indices, or of the nearest above it, counted from 1 */
    static int line(Node root, List<String> path) {
        Node mark = root;
        Node node = root;
        for (String step : path) {
            NodeTuple entry = entry(node, step);
            Node next = entry == null ? element(node, step) : entry.getValueNode();
            if (next == null) {
                break;
            }
            mark = entry == null ? next : entry.getKeyNode();
            node = next;
        }
        return mark == null ? 0 : mark.getStartMark().getLine() + 1;
    }

    private static NodeTuple entry(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static Node element(Node node, String index) {
        if (node instanceof SequenceNode sequence && index.matches("\\d{1,6}")) {
            int place = Integer.parseInt(index);
            return place < sequence.getValue().size() ? sequence.getValue().get(place) : null;
        }
        return null;
    }
}
