package io.fulfillmenthub.console;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What is configured: {@code GET /api/settings} for programs, the page Settings for people. */
@Controller
class SettingPages {

    private final Settings settings;

    SettingPages(Settings settings) {
        this.settings = settings;
    }

    @GetMapping("/api/settings")
    @ResponseBody
    Map<String, List<Setting>> list() {
        return Map.of("items", settings.all());
    }

    @GetMapping("/settings")
    String page(Model page) {
        page.addAttribute("settings", settings.all());
        return "settings";
    }
}
