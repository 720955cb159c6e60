package org.motifworks.standalone.command;

import java.util.Arrays;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Which commands a command line can mean: those whose names are among its words.
 *
 * <p>Reading the options of all commands takes longer than most of them run, so the others are
 * known by name and description alone: enough for the help that lists them and for a hint at a
 * misspelt one.
 *
 * @param every whether all must be whole: their completion is asked for, or a file of arguments may
 *     name any
 */
record NamedCommands(Set<String> words, boolean every) {

  static NamedCommands in(String... arguments) {
    boolean every = false;
    for (String each : arguments) {
      every |= each.equals("completion") || each.startsWith("@");
    }
    return new NamedCommands(Set.copyOf(Arrays.asList(arguments)), every);
  }

  void add(Class<?> type, CommandLine parent, IFactory factory) {
    Command command = type.getAnnotation(Command.class);
    if (every || words.contains(command.name())) {
      parent.addSubcommand(command.name(), new CommandLine(type, factory));
      return;
    }
    CommandSpec described = CommandSpec.create().name(command.name());
    described.usageMessage().description(command.description());
    parent.addSubcommand(command.name(), described);
  }
}
