package io.fulfillmenthub.console;

/** A parameter of a request cannot be read; the message names it and gives an example. */
class BadParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadParameterException(String parameter, String expected, String example) {
        super("The parameter " + parameter + " must be " + expected + ", for example " + parameter + "=" + example);
    }
}
