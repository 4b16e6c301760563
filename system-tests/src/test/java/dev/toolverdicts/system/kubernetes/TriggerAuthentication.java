package dev.toolverdicts.system.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/// What of KEDA's `TriggerAuthentication` is in use here.
record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(List<SecretTarget> secretTargetRef) {}

    record SecretTarget(String parameter, String name, String key) {}
}
