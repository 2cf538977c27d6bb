package io.fulfillmenthub.sandbox;

/** A request that Amazon does not do, with the status and the error it answers instead. */
final class AmazonRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String details;

    private AmazonRefusal(int status, String code, String message, String details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    static AmazonRefusal invalid(String message, String details) {
        return new AmazonRefusal(400, "InvalidInput", message, details);
    }

    static AmazonRefusal unauthorized(String details) {
        return new AmazonRefusal(403, "Unauthorized", "Access to requested resource is denied.", details);
    }

    static AmazonRefusal notFound(String orderId) {
        return new AmazonRefusal(404, "NotFound", "The requested order was not found.", "orderId " + orderId);
    }

    static AmazonRefusal conflict(String details) {
        return new AmazonRefusal(409, "Conflict", "Resource already exists.", details);
    }

    static AmazonRefusal overQuota() {
        return new AmazonRefusal(429, "QuotaExceeded", "You exceeded your quota for the requested resource.", "");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String details() {
        return details;
    }
}
