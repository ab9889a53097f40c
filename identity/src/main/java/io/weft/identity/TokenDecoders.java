package io.weft.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Spring Security's decoder of tokens, as the settings ask for it. */
final class TokenDecoders {

    private static final int SHORTEST_SECRET = 32;

    private TokenDecoders() {}

    /** @return empty if no source of keys is configured */
    static Optional<ReactiveJwtDecoder> of(IdentitySettings settings, Clock clock) {
        OAuth2TokenValidator<Jwt> validator = validator(settings, clock);
        return given(settings.jwksUrl())
                .<ReactiveJwtDecoder>map(
                        url -> new RenewedKeys(() -> validating(withUrl(url), validator), settings.keysFor(), clock))
                .or(() -> given(settings.publicKey()).map(pem -> validating(withKey(publicKey(pem)), validator)))
                .or(() -> given(settings.hs256Secret()).map(secret -> validating(withSecret(secret), validator)));
    }

    private static NimbusReactiveJwtDecoder validating(
            NimbusReactiveJwtDecoder decoder, OAuth2TokenValidator<Jwt> validator) {
        decoder.setJwtValidator(validator);
        return decoder;
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(found -> !found.isBlank());
    }

    private static NimbusReactiveJwtDecoder withUrl(String url) {
        return NimbusReactiveJwtDecoder.withJwkSetUri(url)
                .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
                .validateType(false)
                .build();
    }

    private static NimbusReactiveJwtDecoder withSecret(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "weft.identity.hs256-secret has " + bytes.length + " bytes, at least 32 are needed");
        }
        return NimbusReactiveJwtDecoder.withSecretKey(new SecretKeySpec(bytes, "HmacSHA256"))
                .macAlgorithm(MacAlgorithm.HS256)
                .validateType(false)
                .build();
    }

    /** One key verifies whatever key id a token names: the id is the issuer's business. */
    private static NimbusReactiveJwtDecoder withKey(PublicKey key) {
        Set<JWSAlgorithm> algorithms = algorithms(key);
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                (header, context) -> algorithms.contains(header.getAlgorithm()) ? List.of(key) : List.of());
        processor.setJWSTypeVerifier((type, context) -> {});
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return new NimbusReactiveJwtDecoder(jwt -> Mono.fromCallable(() -> processor.process(jwt, null))
                .onErrorMap(BadJOSEException.class, bad -> new BadJwtException("not signed by the public key", bad)));
    }

    private static Set<JWSAlgorithm> algorithms(PublicKey key) {
        return key instanceof ECPublicKey ec
                ? Set.of(ecAlgorithm(ec))
                : Set.of(
                        JWSAlgorithm.RS256,
                        JWSAlgorithm.RS384,
                        JWSAlgorithm.RS512,
                        JWSAlgorithm.PS256,
                        JWSAlgorithm.PS384,
                        JWSAlgorithm.PS512);
    }

    private static JWSAlgorithm ecAlgorithm(ECPublicKey key) {
        return switch (key.getParams().getCurve().getField().getFieldSize()) {
            case 256 -> JWSAlgorithm.ES256;
            case 384 -> JWSAlgorithm.ES384;
            default -> JWSAlgorithm.ES512;
        };
    }

    private static PublicKey publicKey(String pem) {
        byte[] encoded;
        try {
            encoded = Base64.getMimeDecoder()
                    .decode(pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "")
                            .replace("\\n", "\n"));
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("weft.identity.public-key is not PEM: -----BEGIN PUBLIC KEY----- …");
        }
        X509EncodedKeySpec spec = new X509EncodedKeySpec(encoded);
        try {
            return KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (GeneralSecurityException notRsa) {
            try {
                return KeyFactory.getInstance("EC").generatePublic(spec);
            } catch (GeneralSecurityException notEc) {
                notEc.addSuppressed(notRsa);
                throw new IllegalArgumentException(
                        "weft.identity.public-key is neither an RSA nor an EC public key in PEM", notEc);
            }
        }
    }

    private static OAuth2TokenValidator<Jwt> validator(IdentitySettings settings, Clock clock) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        validators.add(type);
        JwtTimestampValidator timestamps = new JwtTimestampValidator(settings.clockSkew());
        timestamps.setAllowEmptyExpiryClaim(false);
        timestamps.setClock(clock);
        validators.add(timestamps);
        given(settings.issuer()).map(JwtIssuerValidator::new).ifPresent(validators::add);
        given(settings.audience())
                .map(audience -> new JwtClaimValidator<@Nullable List<String>>(
                        "aud", found -> found != null && found.contains(audience)))
                .ifPresent(validators::add);
        return new DelegatingOAuth2TokenValidator<>(validators);
    }
}
