/// Faults: a system under load, a nemesis that kills, freezes and cuts, a history of what was sent and answered, and
/// judges that compare it with what is found afterwards.
@NullMarked
package dev.toolverdicts.system.faults;

import org.jspecify.annotations.NullMarked;
