package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The knobs of both worlds: which calls misbehave, and how many calls there were. */
@RestController
@RequestMapping("/sandbox/control")
@Profile("sandbox")
class FaultControl {

    private final Faults faults;
    private final Calls calls;
    private final ObjectReader reader;

    FaultControl(Faults faults, Calls calls, ObjectMapper json) {
        this.faults = faults;
        this.calls = calls;
        this.reader = json.readerFor(Fault.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @PostMapping("/faults")
    List<Fault> add(@RequestBody JsonNode body) throws JsonProcessingException {
        List<Fault> added = new ArrayList<>();
        for (JsonNode one : body.isArray() ? body : List.of(body)) {
            added.add(reader.treeToValue(one, Fault.class));
        }
        added.forEach(faults::add);
        return faults.remaining();
    }

    @GetMapping("/faults")
    List<Fault> remaining() {
        return faults.remaining();
    }

    @DeleteMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }

    @PostMapping("/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release() {
        faults.release();
    }

    @GetMapping("/calls")
    Map<String, Map<String, Map<String, Long>>> calls() {
        return calls.all();
    }

    @GetMapping("/bytes")
    Map<String, Long> bytes() {
        return calls.bytes();
    }

    @DeleteMapping("/calls")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetCalls() {
        calls.clear();
    }
}
