package dev.toolverdicts.newsletter.preflight;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.springframework.stereotype.Component;

/// Asks for TXT records, for at most two seconds.
@Component
class NameServer {

    private final String url;

    NameServer(PreflightSettings settings) {
        this.url = settings.nameServer();
    }

    /// @return the texts of a name, each put together from its parts; none when the name or such a record is not there
    /// @throws NamingException when nobody can tell
    @SuppressWarnings("BanJNDI") // this provider answers with text only, and the name comes from a setting
    List<String> texts(String name) throws NamingException {
        InitialDirContext context = new InitialDirContext(environment());
        try {
            Attribute records =
                    context.getAttributes(name, new String[] {"TXT"}).get("TXT");
            return records == null ? List.of() : texts(records.getAll());
        } catch (NameNotFoundException none) {
            return List.of();
        } finally {
            context.close();
        }
    }

    /// JNDI writes a record of several parts as quoted words.
    private static List<String> texts(NamingEnumeration<?> records) throws NamingException {
        var texts = new ArrayList<String>();
        while (records.hasMore()) {
            texts.add(String.valueOf(records.next()).replace("\" \"", "").replace("\"", ""));
        }
        return texts;
    }

    @SuppressWarnings("JdkObsolete") // what the constructor of JNDI takes
    private Hashtable<String, String> environment() {
        var environment = new Hashtable<String, String>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, url);
        environment.put("com.sun.jndi.dns.timeout.initial", "1000");
        environment.put("com.sun.jndi.dns.timeout.retries", "1");
        return environment;
    }
}
