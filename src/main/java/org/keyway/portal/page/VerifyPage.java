package org.keyway.portal.page;

import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where everybody checks a certificate's number or a signed file; nothing that is uploaded is kept. */
@Controller
@RequestMapping("/verify")
class VerifyPage {

    private static final int LONGEST = 120;

    private final Verdicts verdicts;

    VerifyPage(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @GetMapping
    String page(@RequestParam(required = false) String serial, Model model) {
        if (serial != null && !serial.isBlank()) {
            String typed = serial.strip();
            String shown = typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
            model.addAttribute("serial", shown);
            model.addAttribute("certificate", verdicts.ofSerial(shown).orElse(null));
        }
        return "verify";
    }

    @PostMapping
    String check(@RequestParam(required = false) MultipartFile file, Model model) throws IOException {
        if (file == null || file.isEmpty()) {
            model.addAttribute("missing", true);
        } else {
            model.addAttribute("verdict", verdicts.of(file.getBytes()));
        }
        return "verify";
    }
}
