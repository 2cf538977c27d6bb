package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ErrorList;
import io.fulfillmenthub.ledger.ErrorLog;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The communication-error log for programs: {@code GET /api/errors}. */
@RestController
@RequestMapping("/api")
class ErrorApi {

    private final ErrorLog errors;

    ErrorApi(ErrorLog errors) {
        this.errors = errors;
    }

    @GetMapping("/errors")
    ErrorList list(@RequestParam MultiValueMap<String, String> parameters) {
        ErrorQuery query = ErrorQuery.of(parameters);
        return errors.find(query.filter(), query.page(), query.size());
    }

    @ExceptionHandler(BadParameterException.class)
    ResponseEntity<Object> unreadable(BadParameterException problem) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(Map.of("error", problem.getMessage()));
    }
}
