package io.ymera.auth.client;

import io.ymera.web.json.KnownMembersOnly;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /clients/{id}}; what is null stays as it is.
 *
 * @param taskTypes others than before end all tokens that the client has
 * @param description empty for none
 * @param isActive false ends all tokens that the client has, and it gets no others
 */
@KnownMembersOnly
record ChangeClient(
        @Size(max = CreateClient.MOST_TASK_TYPES, message = CreateClient.TOO_MANY_TASK_TYPES) @Nullable
        List<@NotNull(message = TaskTypes.RULE) @Pattern(regexp = TaskTypes.REGEX, message = TaskTypes.RULE) String>
                taskTypes,

        @Size(max = CreateClient.LONGEST_DESCRIPTION, message = CreateClient.TOO_LONG_DESCRIPTION)
        @Pattern(regexp = CreateClient.TEXT, message = CreateClient.NO_TEXT)
        @Nullable
        String description,

        @Nullable Boolean isActive) {

    boolean isEmpty() {
        return taskTypes == null && description == null && isActive == null;
    }
}
