package hotel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

public record Booking(@NotBlank String guest, @Min(1) @Max(30) int nights, @Min(1) int rooms) {}
