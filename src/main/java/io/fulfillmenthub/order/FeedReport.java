package io.fulfillmenthub.order;

/**
 * What Amazon says of a cancellation's feed.
 *
 * @param due the cancellation
 * @param status Amazon's {@code processingStatus}: IN_QUEUE, IN_PROGRESS, DONE, CANCELLED or FATAL
 * @param documentId the result's document, null when there is none
 * @param refusal Amazon's error about the order, null when it accepted the cancellation
 */
public record FeedReport(DueCancellation due, String status, String documentId, String refusal) {

    /** @return whether Amazon is still working on it */
    public boolean unfinished() {
        return "IN_QUEUE".equals(status) || "IN_PROGRESS".equals(status);
    }

    /** @return whether Amazon has a result to be read */
    public boolean documented() {
        return !unfinished() && documentId != null;
    }

    /** @return whether Amazon did what was asked */
    public boolean accepted() {
        return "DONE".equals(status) && refusal == null;
    }

    /** @return the report with the error that the result tells of, null for none */
    public FeedReport read(String error) {
        return new FeedReport(due, status, documentId, error);
    }
}
