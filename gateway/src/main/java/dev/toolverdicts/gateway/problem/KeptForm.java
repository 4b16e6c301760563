package dev.toolverdicts.gateway.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// A form that somebody sent: if nobody takes it, they get it back as they filled it in. It is kept
/// with its request alone, and nowhere written down.
///
/// @param address where it is sent
/// @param field the name of what was typed
/// @param label what the field is called
/// @param type the field's type, as HTML names it
/// @param typed what was typed
/// @param hidden what the form sends besides
/// @param button what its button says
/// @param advice what to do now
public record KeptForm(
        String address,
        String field,
        String label,
        String type,
        String typed,
        Map<String, String> hidden,
        String button,
        String advice) {

    private static final String ATTRIBUTE = KeptForm.class.getName();

    public KeptForm {
        hidden = Map.copyOf(hidden);
    }

    public void keepWith(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    @Nullable
    static KeptForm of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    /// Not what it holds: a record's own words would.
    @Override
    public String toString() {
        return "KeptForm[" + address + "]";
    }
}
