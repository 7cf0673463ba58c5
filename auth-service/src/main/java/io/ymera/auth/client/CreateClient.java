package io.ymera.auth.client;

import io.ymera.web.json.KnownMembersOnly;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /clients}.
 *
 * @param clientId unlike any other, see {@link ClientId}
 * @param taskTypes what its agents may serve, see {@link TaskTypes}
 * @param description for administrators, up to 500 characters; or null
 */
@KnownMembersOnly
record CreateClient(
        @NotNull(message = "is required") @Pattern(regexp = ClientId.REGEX, message = ClientId.RULE)
        String clientId,

        @NotNull(message = "is required") @Size(max = MOST_TASK_TYPES, message = TOO_MANY_TASK_TYPES)
        List<@NotNull(message = TaskTypes.RULE) @Pattern(regexp = TaskTypes.REGEX, message = TaskTypes.RULE) String>
                taskTypes,

        @Size(max = LONGEST_DESCRIPTION, message = TOO_LONG_DESCRIPTION)
        @Pattern(regexp = TEXT, message = NO_TEXT)
        @Nullable
        String description) {

    static final int MOST_TASK_TYPES = 200;
    static final String TOO_MANY_TASK_TYPES = "must have at most 200 task types; * stands for all";
    static final int LONGEST_DESCRIPTION = 500;
    static final String TOO_LONG_DESCRIPTION = "must have at most 500 characters";

    /** What the database can hold. */
    static final String TEXT = "[^\\x00\\p{Cs}]*";

    static final String NO_TEXT = "must be valid Unicode without U+0000";
}
