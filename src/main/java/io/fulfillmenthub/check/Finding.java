package io.fulfillmenthub.check;

/**
 * What is to be said about a route file.
 *
 * @param file where it is
 * @param line the line, counted from 1; 0 for the file as a whole
 * @param wrong whether the hub would not run with it; else it is advice
 * @param sentence what is to be said, with the remedy
 */
public record Finding(String file, int line, boolean wrong, String sentence) {

    @Override
    public String toString() {
        return file + (line > 0 ? ", line " + line : "") + ": " + sentence;
    }
}
