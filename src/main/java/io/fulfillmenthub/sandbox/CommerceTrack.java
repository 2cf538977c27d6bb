package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** A parcel's tracking number, with the shop's carrier code and the carrier's title; an absent one is empty. */
record CommerceTrack(String number, String carrierCode, String title) {

    static CommerceTrack of(JsonNode json) {
        return new CommerceTrack(
                json.path("track_number").asText(""),
                json.path("carrier_code").asText(""),
                json.path("title").asText(""));
    }
}
