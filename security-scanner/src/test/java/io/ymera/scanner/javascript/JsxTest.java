package io.ymera.scanner.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "<a href={x} b>t {y}</a> | <%jsx>('a', {'href': x, 'b': true}, 't', y);",
                "<div dangerouslySetInnerHTML={{__html: x}} /> | <%jsx>('div', {'dangerouslySetInnerHTML': {'__html': x}});",
                "<Foo.Bar {...p}><i/></Foo.Bar> | Foo.Bar({...p, 'children': <%jsx>('i', {})});",
                "<></> | <%jsx>('', {});",
            })
    void elementsAreCalls(String source, String expected) {
        assertThat(Lowered.body(source)).isEqualTo(expected);
    }
}
