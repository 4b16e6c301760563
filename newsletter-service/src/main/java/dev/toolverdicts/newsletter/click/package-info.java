/// Which links of an issue are followed, by people and by the programs that open every link of every mail, apart.
/// Off until the operator turns it on; whether a mail was opened is not asked at all.
@NullMarked
package dev.toolverdicts.newsletter.click;

import org.jspecify.annotations.NullMarked;
