package io.fulfillmenthub.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Tomcat's end of a caller's connection, which can be dropped without an answer. */
final class Connection {

    private static final String ATTRIBUTE = Connection.class.getName();

    private final Request request;

    private Connection(Request request) {
        this.request = request;
    }

    static Connection of(HttpServletRequest request) {
        return (Connection) request.getAttribute(ATTRIBUTE);
    }

    /** Closes the socket at once; whatever was not sent yet is lost. */
    void close() {
        request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
    }

    /** Gives every request its connection. */
    static final class Valve extends ValveBase {

        Valve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            request.setAttribute(ATTRIBUTE, new Connection(request));
            getNext().invoke(request, response);
        }
    }
}
