package cn.minyi5.local.stack;

import cn.minyi5.backends.FreePorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/**
 * Which ports the next start uses: those asked for, else those of the last time, else the default; another one where
 * somebody else sits on a port that nobody asked for.
 *
 * @param notes what was chosen differently, in words
 */
record PortChoice(Ports ports, List<String> notes) {

    /** @param wanted what options and environment ask for */
    static PortChoice of(Map<Port, Integer> wanted, Optional<Ports> kept, Predicate<Port> ours) {
        return of(wanted, kept, ours, FreePorts::isFree, FreePorts::next);
    }

    static PortChoice of(
            Map<Port, Integer> wanted,
            Optional<Ports> kept,
            Predicate<Port> ours,
            IntPredicate free,
            IntSupplier another) {
        var notes = new ArrayList<String>();
        var ports = Ports.each(port -> {
            var usual = kept.orElseGet(() -> Ports.from(Ports.DEFAULT_BASE)).of(port);
            var number = wanted.getOrDefault(port, usual);
            if (ours.test(port)) {
                return running(port, number, usual);
            }
            if (free.test(number)) {
                return number;
            }
            if (wanted.containsKey(port)) {
                throw new StartRefused("port " + number + " (" + port.label()
                        + ") is in use by another program: free it, or choose another with " + port.variable());
            }
            var found = another.getAsInt();
            notes.add("port " + number + " is in use by another program: " + port.label() + " gets " + found);
            return found;
        });
        return new PortChoice(ports, List.copyOf(notes));
    }

    private static int running(Port port, int wanted, int usual) {
        if (wanted != usual) {
            throw new StartRefused(
                    port.label() + " is running on port " + usual + ": run deploy/down first to move it to " + wanted);
        }
        return usual;
    }
}
