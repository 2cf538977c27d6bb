package io.fulfillmenthub.amazon;

import io.fulfillmenthub.order.DueCancellation;
import io.fulfillmenthub.order.OrderLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The documents of POST_ORDER_ACKNOWLEDGEMENT_DATA: the cancellation as XML, and Amazon's processing report. */
final class AcknowledgementFeed {

    static final String TYPE = "POST_ORDER_ACKNOWLEDGEMENT_DATA";
    static final String CONTENT_TYPE = "text/xml; charset=UTF-8";

    private static final int GZIP_MAGIC = 0x1f;

    private AcknowledgementFeed() {}

    /** @return the feed that cancels every line of an order */
    static String of(DueCancellation due) {
        String items = due.order().lines().stream()
                .map(OrderLine::orderItemId)
                .map(id -> "<Item><AmazonOrderItemCode>" + escaped(id) + "</AmazonOrderItemCode><CancelReason>"
                        + due.reason().amazon() + "</CancelReason></Item>")
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><AmazonEnvelope"
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:noNamespaceSchemaLocation=\"amzn-envelope.xsd\"><Header><DocumentVersion>1.01</DocumentVersion>"
                + "<MerchantIdentifier>" + escaped(due.key().accountId()) + "</MerchantIdentifier></Header>"
                + "<MessageType>OrderAcknowledgement</MessageType><Message><MessageID>1</MessageID>"
                + "<OrderAcknowledgement><AmazonOrderID>" + escaped(due.key().amazonOrderId()) + "</AmazonOrderID>"
                + "<StatusCode>Failure</StatusCode>" + items + "</OrderAcknowledgement></Message></AmazonEnvelope>";
    }

    /**
     * Reads a processing report, packed or not.
     *
     * @return the first error, empty when every message was successful
     * @throws IOException when it is no report
     */
    static Optional<String> error(byte[] report) throws IOException {
        Document document = parse(report);
        if (document.getElementsByTagName("ProcessingReport").getLength() == 0) {
            throw new IOException("The document holds no ProcessingReport");
        }
        NodeList results = document.getElementsByTagName("Result");
        for (int i = 0; i < results.getLength(); i++) {
            Element result = (Element) results.item(i);
            if ("Error".equals(text(result, "ResultCode"))) {
                return Optional.of(text(result, "ResultMessageCode") + " " + text(result, "ResultDescription"));
            }
        }
        boolean failed = !"0".equals(text(document.getDocumentElement(), "MessagesWithError"));
        return failed ? Optional.of("Amazon counts an error and does not tell which") : Optional.empty();
    }

    private static Document parse(byte[] report) throws IOException {
        boolean packed = report.length > 1 && report[0] == GZIP_MAGIC;
        ByteArrayInputStream bytes = new ByteArrayInputStream(report);
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(packed ? new GZIPInputStream(bytes) : bytes);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("The document is no XML", e);
        }
    }

    private static String text(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
