/** The second script of the core as part of this one: it runs before the core asks for it. */
import "../page/later";
