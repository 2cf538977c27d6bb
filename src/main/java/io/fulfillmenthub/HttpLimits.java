package io.fulfillmenthub;

import java.time.Clock;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.stereotype.Component;

/** What every HTTP client of the hub keeps to: answers of a bounded size, changes only by who still holds the claim. */
@Component("httpLimits")
class HttpLimits implements HttpClientConfigurer {

    private final ClaimLimit claims;

    HttpLimits(HubSettings settings, Clock clock) {
        this.claims = new ClaimLimit(settings.lease(), clock);
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.addExecInterceptorFirst("answer-limit", new AnswerLimit());
        client.addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "claim-limit", claims);
    }
}
