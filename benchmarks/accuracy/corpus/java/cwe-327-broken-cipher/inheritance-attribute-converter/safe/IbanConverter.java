package com.lohnbuero.payroll.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

abstract class CryptConverter implements AttributeConverter<String, String> {

    private static final SecretKey KEY =
        new SecretKeySpec(Base64.getDecoder().decode(System.getenv("PAYROLL_COLUMN_KEY")), "AES");

    abstract byte[] seal(SecretKey key, byte[] plain) throws GeneralSecurityException;

    abstract byte[] open(SecretKey key, byte[] stored) throws GeneralSecurityException;

    @Override
    public String convertToDatabaseColumn(String attribute) {
        try {
            return attribute == null ? null
                : Base64.getEncoder().encodeToString(seal(KEY, attribute.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String convertToEntityAttribute(String column) {
        try {
            return column == null ? null : new String(open(KEY, Base64.getDecoder().decode(column)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

@Converter
public class IbanConverter extends CryptConverter {

    @Override
    byte[] seal(SecretKey key, byte[] plain) throws GeneralSecurityException {
        byte[] nonce = new byte[12];
        new SecureRandom().nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
        byte[] body = cipher.doFinal(plain);
        return ByteBuffer.allocate(12 + body.length).put(nonce).put(body).array();
    }

    @Override
    byte[] open(SecretKey key, byte[] stored) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, stored, 0, 12));
        return cipher.doFinal(stored, 12, stored.length - 12);
    }
}
