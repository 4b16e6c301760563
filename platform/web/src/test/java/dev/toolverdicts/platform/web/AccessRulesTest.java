package dev.toolverdicts.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;

class AccessRulesTest {

    private final AccessRules rules = AccessRules.of(List.of(
            AccessRule.reads("/things/{key}"), AccessRule.scope("thing:write", "/things/{key}", HttpMethod.PUT)));

    @Test
    void theRuleOfAnEndpointIsFoundByItsTemplate() {
        assertThat(rules.find(HttpMethod.GET, "/things/{key}"))
                .hasValueSatisfying(rule -> assertThat(rule.isOpen()).isTrue());
        assertThat(rules.find(HttpMethod.PUT, "/things/{name}"))
                .hasValueSatisfying(rule -> assertThat(rule.isOpen()).isFalse());
        assertThat(rules.find(HttpMethod.DELETE, "/things/{key}")).isEmpty();
        assertThat(rules.find(HttpMethod.GET, "/things/{key}/parts")).isEmpty();
    }

    @Test
    void whatNoRuleNamesIsNotNamed() {
        assertThat(rules.name(new MockHttpServletRequest("PUT", "/things/a"))).isTrue();
        assertThat(rules.name(new MockHttpServletRequest("DELETE", "/things/a")))
                .isFalse();
        assertThat(rules.methodsAt(new MockHttpServletRequest("DELETE", "/things/a")))
                .containsExactly(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT);
        assertThat(rules.methodsAt(new MockHttpServletRequest("GET", "/nothing")))
                .isEmpty();
    }

    @Test
    void healthIsOpenAndTheRestOfTheActuatorIsNot() {
        assertThat(rules.find(HttpMethod.GET, "/actuator/health/readiness"))
                .hasValueSatisfying(rule -> assertThat(rule.isOpen()).isTrue());
        assertThat(rules.find(HttpMethod.POST, "/actuator/anything"))
                .hasValueSatisfying(rule -> assertThat(rule.isOpen()).isFalse());
    }
}
