package io.fulfillmenthub.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The route files of a hub, looked at before Camel loads them. */
public final class RouteFiles {

    private static final RouteSchema SCHEMA = new RouteSchema();

    private RouteFiles() {}

    /** @return what Camel would not understand of one file */
    public static List<Finding> violations(RouteFile file) {
        return SCHEMA.violations(file);
    }

    /**
     * Looks at all files together.
     *
     * @param subscribers names of subscribers by their slot's setting
     * @return what is wrong first, then advice
     */
    public static List<Finding> findings(List<RouteFile> files, Map<String, List<String>> subscribers) {
        List<Finding> wrong = new ArrayList<>();
        files.forEach(file -> wrong.addAll(SCHEMA.violations(file)));
        if (wrong.isEmpty()) {
            wrong.addAll(RouteLinks.violations(files, subscribers));
        }
        List<Finding> all = new ArrayList<>(wrong);
        files.forEach(file -> all.addAll(RouteConventions.violations(file)));
        return all;
    }
}
