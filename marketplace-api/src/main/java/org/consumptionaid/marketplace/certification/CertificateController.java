package org.consumptionaid.marketplace.certification;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CertificateController {
    private final Certification certification;

    CertificateController(Certification certification) {
        this.certification = certification;
    }

    @GetMapping("/certificates/{number}")
    Mono<CertificateView> check(@PathVariable String number) {
        return certification.check(number);
    }
}
