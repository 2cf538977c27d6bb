package io.fulfillmenthub;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** The host where Adobe I/O Events publishes its public keys, and Adobe's hand that signs. */
final class AdobeKeys {

    /** Where the key is. */
    static final String PATH = "/prod/keys/pub-key-1.pem";

    private static final KeyPair PAIR = pair();
    private static final HttpServer SERVER = serve();

    private AdobeKeys() {}

    static String url() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    static String sign(String body) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(PAIR.getPrivate());
        signature.update(body.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static HttpServer serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            byte[] pem = ("-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(PAIR.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
            server.createContext(PATH, exchange -> {
                exchange.sendResponseHeaders(200, pem.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(pem);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("No port for Adobe's keys", e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java offers no RSA", e);
        }
    }
}
