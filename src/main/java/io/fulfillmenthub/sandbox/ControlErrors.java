package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells whoever turns a knob the wrong way what is wrong. */
@RestControllerAdvice(assignableTypes = {FaultControl.class, AmazonControl.class})
@Profile("sandbox")
class ControlErrors {

    @ExceptionHandler({IllegalArgumentException.class, IllegalStateException.class, JsonMappingException.class})
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> refuse(Exception cause) {
        return Map.of("message", String.valueOf(cause.getMessage()));
    }
}
