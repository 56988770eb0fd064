package cn.minyi5.local.stack;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code deploy/up} was asked for; an option beats the environment.
 *
 * @param parts of the stack, to be started
 */
record UpOptions(Map<Port, Integer> ports, List<String> parts) {
    static final String USAGE =
            """
            usage: deploy/up [--backends] [--port-base N] [--port-<part> N]...

              --backends        only what the services stand on, for deploy/dev <service>
              --port-base N     services at N+1 to N+4, Keycloak at N+80, and so on; %d unless kept or chosen
              --port-<part> N   one port; parts: %s
            Also from the environment: MINYI5_PORT_BASE, MINYI5_PORT_INTAKE, ...
            Data, logs and passwords live in .run, or where MINYI5_HOME says.""";

    private static final int HIGHEST = 65_535;

    static UpOptions of(List<String> arguments, Map<String, String> environment) {
        var ports = new EnumMap<Port, Integer>(Port.class);
        if (environment.containsKey("MINYI5_PORT_BASE")) {
            base(ports, number("MINYI5_PORT_BASE", environment.get("MINYI5_PORT_BASE")));
        }
        for (var port : Port.values()) {
            if (environment.containsKey(port.variable())) {
                ports.put(port, number(port.variable(), environment.get(port.variable())));
            }
        }
        var single = new EnumMap<Port, Integer>(Port.class);
        var left = new ArrayDeque<>(arguments);
        var parts = Stack.PARTS;
        while (!left.isEmpty()) {
            var option = left.pop();
            if (option.equals("--backends")) {
                parts = Stack.BACKENDS;
                continue;
            }
            if (left.isEmpty() || !option.startsWith("--port-")) {
                throw new StartRefused(usage());
            }
            var number = number(option, left.pop());
            if (option.equals("--port-base")) {
                base(ports, number);
            } else {
                single.put(part(option), number);
            }
        }
        ports.putAll(single);
        return new UpOptions(ports, parts);
    }

    static String usage() {
        var labels =
                String.join(", ", Arrays.stream(Port.values()).map(Port::label).toList());
        return USAGE.formatted(Ports.DEFAULT_BASE, labels);
    }

    private static void base(Map<Port, Integer> ports, int base) {
        for (var port : Port.values()) {
            ports.put(port, port.from(base));
        }
    }

    private static Port part(String option) {
        return Arrays.stream(Port.values())
                .filter(port -> option.equals("--port-" + port.label()))
                .findFirst()
                .orElseThrow(() -> new StartRefused("unknown option " + option + "\n" + usage()));
    }

    private static int number(String name, String value) {
        try {
            var number = Integer.parseInt(value.strip());
            if (number > 0 && number <= HIGHEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new StartRefused(name + " wants a port number, 1 to " + HIGHEST + ", not " + value);
    }
}
