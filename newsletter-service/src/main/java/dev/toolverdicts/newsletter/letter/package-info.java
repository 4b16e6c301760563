/// The few mails that are no issue: each asks for something or tells of something, and none holds a word that a visitor
/// typed.
@NullMarked
package dev.toolverdicts.newsletter.letter;

import org.jspecify.annotations.NullMarked;
