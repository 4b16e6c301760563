package dev.toolverdicts.catalog.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceCodeTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://github.com/Ggml-Org/llama.cpp, -, github.com/ggml-org/llama.cpp",
                "http://www.github.com/ggml-org/llama.cpp.git, -, github.com/ggml-org/llama.cpp",
                "https://github.com/ggml-org/llama.cpp/tree/master/tools?x=1#y, -, github.com/ggml-org/llama.cpp",
                "https://gitlab.com/group/part/name/-/tree/main, -, gitlab.com/group/part/name",
                "https://code.example/git/name.git/, -, code.example/git/name",
                "-, https://github.com/ggml-org/llama.cpp/, github.com/ggml-org/llama.cpp",
                "https://github.com/a/b, https://github.com/c/d, github.com/a/b",
                "-, https://github.com/features/copilot, -",
                "-, https://github.com/ggml-org, -",
                "-, https://sample.example/a/b, -",
                "-, -, -"
            })
    void oneRepositoryIsOneHoweverItIsWritten(
            @Nullable String repoUrl, @Nullable String websiteUrl, @Nullable String identity) {
        assertThat(SourceCode.identity(repoUrl, websiteUrl)).isEqualTo(identity);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://www.Sample.example/tool, sample.example",
                "http://sample.example:8080, sample.example",
                "https://docs.sample.example, docs.sample.example",
                "https://github.com/a/b, -",
                "https://huggingface.co/a/b, -",
                "-, -"
            })
    void whoSharesADomainOfProjectsSharesNothing(@Nullable String websiteUrl, @Nullable String domain) {
        assertThat(SourceCode.domain(websiteUrl)).isEqualTo(domain);
    }
}
