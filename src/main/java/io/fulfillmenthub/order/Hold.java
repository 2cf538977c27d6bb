package io.fulfillmenthub.order;

/**
 * The hub's own hold on a Commerce order, while the buyer asks to cancel.
 *
 * @param state how far it is
 * @param number how many holds there were, this one included; it tells their comments apart
 */
public record Hold(State state, int number) {

    /** No hold, and there never was one. */
    public static final Hold NEVER = new Hold(State.NONE, 0);

    /** How far a hold is. */
    public enum State {
        /** The hub holds nothing. */
        NONE,
        /** The intent is recorded; Commerce may know it or not. */
        BEGUN,
        /** The order is on hold, and its history says why. */
        HELD
    }

    /** @return whether the hub still has to see to it that the order is on hold */
    boolean open() {
        return state != State.HELD;
    }

    /** @return whether the hub has to release what it held */
    boolean ours() {
        return state != State.NONE;
    }

    /** @return this hold, begun */
    public Hold begun() {
        return new Hold(State.BEGUN, state == State.NONE ? number + 1 : number);
    }
}
