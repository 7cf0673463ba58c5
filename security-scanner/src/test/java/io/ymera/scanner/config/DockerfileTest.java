package io.ymera.scanner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.config.Dockerfile.Instruction;
import io.ymera.scanner.config.Dockerfile.Stage;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    @Test
    void joinsLinesThatGoOnOverCommentsAndEmptyOnes() {
        Dockerfile file = Dockerfile.parse("FROM a\n\nrun one \\\n  # comment\n\n  two\\\n && three\nUSER b\n");

        assertThat(file.instructions()).extracting(Instruction::name).containsExactly("FROM", "RUN", "USER");
        assertThat(file.instructions().get(1).text()).isEqualTo("one  two && three");
        assertThat(file.instructions()).extracting(Instruction::line).containsExactly(1, 3, 8);
    }

    @Test
    void knowsTheEscapeDirective() {
        Dockerfile file = Dockerfile.parse("# escape=`\nFROM a\nRUN dir C:\\\nRUN b `\n c\n");

        assertThat(file.instructions()).extracting(Instruction::text).containsExactly("a", "dir C:\\", "b  c");
    }

    @Test
    void readsHereDocuments() {
        Dockerfile file =
                Dockerfile.parse("FROM a\nRUN <<-'EOF' sh\n\tUSER no\n\tEOF\nCOPY <<A <<B /x/\na\nA\nb\nB\nUSER yes\n");

        assertThat(file.instructions()).extracting(Instruction::name).containsExactly("FROM", "RUN", "COPY", "USER");
        assertThat(file.instructions().get(1).heredoc()).isEqualTo("\tUSER no\n");
        assertThat(file.instructions().get(2).heredoc()).isEqualTo("a\nb\n");
    }

    @Test
    void replacesVariablesWhereDockerDoes() {
        Dockerfile file = Dockerfile.parse("""
                ARG V=1.2
                FROM node:${V} AS build
                ARG V
                ENV DIR=/opt/$V A="b c"
                WORKDIR ${DIR:-/x}/${NONE:-y}
                RUN echo $V
                FROM build
                USER ${WHO}
                """);

        assertThat(file.stages()).containsExactly(new Stage("node:1.2", "build", 2), new Stage("build", "", 7));
        assertThat(file.instructions()).extracting(Instruction::text).contains("/opt/1.2/y", "echo $V", "${WHO}");
    }

    @Test
    void seesStages() {
        Dockerfile file = Dockerfile.parse("FROM --platform=linux/amd64 a:1 AS One\nUSER x\nFROM one\nRUN y\n");

        assertThat(file.stages()).extracting(Stage::name).containsExactly("one", "");
        assertThat(file.instructions()).extracting(Instruction::stage).containsExactly(0, 0, 1, 1);
    }

    @Test
    void takesWhatIsMalformedAsItIs() {
        assertThat(Dockerfile.parse("").instructions()).isEmpty();
        assertThat(Dockerfile.parse("FROM").stages()).containsExactly(new Stage("", "", 1));
        assertThat(Dockerfile.parse("RUN <<EOF\nnever ends").instructions()).hasSize(1);
        assertThat(Dockerfile.parse("RUN a \\").instructions()).hasSize(1);
        assertThat(Dockerfile.parse("ENV =\nENV a=${\nENV ${b\nENV $").instructions())
                .hasSize(4);
        assertThat(Dockerfile.pairs("a=\"b c\" d='e f' g"))
                .extracting(pair -> pair[1])
                .containsExactly("b c", "e f", "");
    }
}
