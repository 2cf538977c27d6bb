package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.sun.net.httpserver.HttpServer;
import io.fulfillmenthub.ledger.ShipmentDrop;
import io.fulfillmenthub.order.ShipmentNotice;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.kafka.test.utils.KafkaTestUtils;

/** The examples of routes/custom/examples, each against a real counterpart. */
class CustomRouteExamplesTest {

    private static final String ORDER = "111-2222222-3333333";

    @TempDir
    private Path folder;

    @Test
    void erpHttpPostsTheOrderWithItsIdentityAndFailsWhenTheErpRefuses() throws Exception {
        List<String> received = new ArrayList<>();
        AtomicInteger answer = new AtomicInteger(200);
        HttpServer erp = erp(received, answer);
        try (CustomRoute route = new CustomRoute("erp-http", Map.of("erp.url", url(erp) + "/orders"), Map.of())) {
            assertThat(route.handOver("erp", ORDER).getException()).isNull();
            assertThat(received)
                    .singleElement()
                    .asString()
                    .startsWith("null application/json order-imported:us/" + ORDER + " {")
                    .contains(ORDER);
            answer.set(503);
            assertThat(route.handOver("erp", ORDER).getException()).hasMessageContaining("statusCode: 503");
        } finally {
            erp.stop(0);
        }
    }

    @Test
    void orderEventsPostsAnEventAndTellsWhatIsWrongForEverFromWhatIsWrongNow() throws Exception {
        List<String> received = new ArrayList<>();
        AtomicInteger answer = new AtomicInteger(202);
        HttpServer receiver = erp(received, answer);
        try (CustomRoute route =
                new CustomRoute("order-events", Map.of("events.url", url(receiver) + "/orders"), Map.of())) {
            assertThat(route.handOver("order-events", ORDER).getException()).isNull();
            assertThat(received)
                    .singleElement()
                    .asString()
                    .startsWith("null application/json order-imported:us/" + ORDER + " {");
            answer.set(422);
            assertThat(route.handOver("order-events", ORDER).getException())
                    .isExactlyInstanceOf(IllegalArgumentException.class);
            answer.set(503);
            assertThat(route.handOver("order-events", ORDER).getException()).isInstanceOf(IllegalStateException.class);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void erpOauth2FetchesATokenOnceAndSendsItAlong() throws Exception {
        List<String> received = new ArrayList<>();
        List<String> logins = new ArrayList<>();
        HttpServer erp = erp(received, new AtomicInteger(201));
        erp.createContext("/token", call -> {
            logins.add(call.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] token = "{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                    .getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, token.length);
            call.getResponseBody().write(token);
            call.close();
        });
        Map<String, String> properties = Map.of(
                "erp.url",
                url(erp) + "/orders",
                "erp.token-url",
                url(erp) + "/token",
                "erp.client-id",
                "hub",
                "erp.client-secret",
                "s+cr&t");
        try (CustomRoute route = new CustomRoute("erp-oauth2", properties, Map.of())) {
            assertThat(route.handOver("erp", ORDER).getException()).isNull();
            assertThat(route.handOver("erp", "111-2222222-4444444").getException())
                    .isNull();
            assertThat(logins).singleElement().asString().contains("grant_type=client_credentials");
            assertThat(received).hasSize(2).allMatch(call -> call.startsWith("Bearer t-1 application/json"));
        } finally {
            erp.stop(0);
        }
    }

    @Test
    void wmsSftpDropsOneWholeFileAnOrderAndWmsShipmentsFetchesTheAnswer() throws Exception {
        SshServer server = SshServer.setUpDefaultServer();
        Map<String, String> properties = sftp(server);
        try (CustomRoute route = new CustomRoute("wms-sftp", properties, Map.of())) {
            assertThat(route.handOver("wms", ORDER).getException()).isNull();
            assertThat(route.handOver("wms", ORDER).getException()).isNull();
            assertThat(folder.resolve("root/orders")).isDirectoryContaining("glob:**/us-" + ORDER + ".csv");
            assertThat(Files.readAllLines(folder.resolve("root/orders/us-" + ORDER + ".csv")))
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("\"" + ORDER + "\",\"10000000000001\",\"GADGET-2\",\"Sample\",2,")
                    .contains("\"1 Sample Street\",\"Seattle\",\"WA\",\"98101\",\"US\"");
            fetchesShipments(properties);
        } finally {
            server.stop(true);
        }
    }

    private void fetchesShipments(Map<String, String> properties) throws Exception {
        Path shipped = Files.createDirectories(folder.resolve("root/shipped"));
        Files.writeString(
                shipped.resolve("1.json"),
                "[{\"accountId\":\"us\",\"amazonOrderId\":\"" + ORDER
                        + "\",\"shipmentId\":\"3pl-1\",\"tracks\":[{\"carrier\":\"ups\",\"number\":\"1Z999AA10123456784\"}]}]");
        List<ShipmentNotice> received = new CopyOnWriteArrayList<>();
        ShipmentDrop drop = new ShipmentDrop(Jackson2ObjectMapperBuilder.json().build(), "");
        try (CustomRoute route = new CustomRoute("wms-shipments", properties, Map.of("shipmentDrop", drop))) {
            route.answer(
                    "shipment-received",
                    exchange -> received.addAll(exchange.getIn().getBody(List.class)));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(shipped.resolve("done/1.json")));
        }
        assertThat(received)
                .singleElement()
                .extracting(ShipmentNotice::shipmentId)
                .isEqualTo("3pl-1");
    }

    private Map<String, String> sftp(SshServer server) throws Exception {
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(folder.resolve("host.key"));
        keys.setAlgorithm("EC");
        keys.setKeySize(256);
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(keys);
        server.setPasswordAuthenticator((user, password, session) -> "hub".equals(user) && "p#w".equals(password));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(Files.createDirectory(folder.resolve("root"))));
        server.start();
        Path known = Files.writeString(
                folder.resolve("known_hosts"),
                "[127.0.0.1]:" + server.getPort() + " "
                        + PublicKeyEntry.toString(
                                keys.loadKeys(null).iterator().next().getPublic()) + "\n");
        return Map.of(
                "wms.sftp.host", "127.0.0.1:" + server.getPort(),
                "wms.sftp.user", "hub",
                "wms.sftp.password", "p#w",
                "wms.sftp.folder", "orders",
                "wms.sftp.shipped-folder", "shipped",
                "wms.sftp.pause", "100",
                "wms.sftp.known-hosts", known.toString());
    }

    @Test
    void erpTableHoldsEachOrderOnce() throws Exception {
        String url = TestDatabase.newUrl();
        JdbcTemplate sql = new JdbcTemplate(TestDatabase.at(url));
        sql.execute("create table hub_orders (event_id text primary key, order_id text not null, shop_number text,"
                + " document jsonb not null, arrived_at timestamptz not null default now())");
        Map<String, String> properties =
                Map.of("erp.database.url", url, "erp.database.user", "postgres", "erp.database.password", "");
        try (CustomRoute route = new CustomRoute("erp-table", properties, Map.of())) {
            assertThat(route.handOver("erp", ORDER).getException()).isNull();
            assertThat(route.handOver("erp", ORDER).getException()).isNull();
        }
        assertThat(sql.queryForList(
                        "select order_id || ' ' || (document ->> 'amazonOrderId') from hub_orders", String.class))
                .containsExactly("us/" + ORDER + " " + ORDER);
    }

    @Test
    void warehouseMailSendsOneMailForAllOrders() throws Exception {
        DataSource database = TestDatabase.newDatabase();
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.execute("create table warehouse_digest (event_id text primary key, line text not null)");
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        Map<String, String> properties = Map.of(
                "warehouse.mail.server", "smtp://127.0.0.1:" + server.getSmtp().getPort(),
                "warehouse.mail.from", "hub@example.com",
                "warehouse.mail.to", "warehouse@example.com",
                "warehouse.mail.times", "0/2 * * * * ?");
        try (CustomRoute route = new CustomRoute("warehouse-mail", properties, Map.of("dataSource", database))) {
            assertThat(route.handOver("warehouse", ORDER).getException()).isNull();
            Awaitility.await().until(() -> server.getReceivedMessages().length > 0);
            assertThat(String.valueOf(server.getReceivedMessages()[0].getContent()))
                    .contains(ORDER + "  ship by 2026-11-22T09:00:00Z  2 x GADGET-2")
                    .doesNotContain("Seattle");
            Awaitility.await()
                    .until(() -> sql.queryForObject("select count(*) from warehouse_digest", Integer.class) == 0);
        } finally {
            server.stop();
        }
    }

    @Test
    void erpQueueSendsAPersistentMessage() throws Exception {
        String url = "tcp://127.0.0.1:" + freePort();
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("amqp", url + "?protocols=AMQP"));
        broker.start();
        Map<String, String> properties = Map.of(
                "erp.broker.url", url.replace("tcp:", "amqp:"),
                "erp.broker.user", "hub",
                "erp.broker.password", "secret",
                "erp.broker.queue", "orders");
        try (CustomRoute route = new CustomRoute("erp-queue", properties, Map.of());
                JMSContext client = new JmsConnectionFactory(url.replace("tcp:", "amqp:")).createContext()) {
            assertThat(route.handOver("erp", ORDER).getException()).isNull();
            Message message =
                    client.createConsumer(client.createQueue("orders")).receive(10_000);
            assertThat(message.getBody(String.class)).contains(ORDER);
            assertThat(message.getStringProperty("HubEventId")).isEqualTo("order-imported:us/" + ORDER);
            assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
        } finally {
            broker.stop();
        }
    }

    @Test
    void erpKafkaSendsUnderTheOrdersKeyAndFailsWithoutABroker() throws Exception {
        EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1, "orders");
        broker.afterPropertiesSet();
        String brokers = broker.getBrokersAsString();
        Map<String, String> properties =
                Map.of("erp.kafka.brokers", brokers, "erp.kafka.topic", "orders", "erp.kafka.patience", "60000");
        Map<String, Object> reading = Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest");
        try (CustomRoute route = new CustomRoute("erp-kafka", properties, Map.of());
                Consumer<String, String> client =
                        new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer())) {
            client.assign(List.of(new TopicPartition("orders", 0)));
            assertThat(route.handOver("erp", ORDER).getException()).isNull();
            ConsumerRecord<String, String> message = KafkaTestUtils.getSingleRecord(client, "orders");
            assertThat(message.key()).isEqualTo("us/" + ORDER);
            assertThat(message.value()).contains(ORDER);
            assertThat(message.headers().lastHeader("HubEventId").value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("order-imported:us/" + ORDER);
        } finally {
            broker.destroy();
        }
        Map<String, String> nobody = Map.of(
                "erp.kafka.brokers",
                "127.0.0.1:" + freePort(),
                "erp.kafka.topic",
                "orders",
                "erp.kafka.patience",
                "500");
        try (CustomRoute route = new CustomRoute("erp-kafka", nobody, Map.of())) {
            assertThat(route.handOver("erp", ORDER).getException()).isInstanceOf(TimeoutException.class);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Answers every order as told, and notes token, content type, identity and body. */
    private static HttpServer erp(List<String> received, AtomicInteger answer) throws Exception {
        HttpServer erp = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        erp.createContext("/orders", call -> {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(call.getRequestHeaders().getFirst("Authorization") + " "
                    + call.getRequestHeaders().getFirst("Content-Type") + " "
                    + call.getRequestHeaders().getFirst("Idempotency-Key") + " " + body);
            call.sendResponseHeaders(answer.get(), -1);
            call.close();
        });
        erp.start();
        return erp;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
