package dev.taskmaster.graphstore.adapter.neo4j;

import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.NodeEvent;
import dev.taskmaster.events.TaskEvent;
import dev.taskmaster.events.UnreadableEventException;
import dev.taskmaster.graphstore.adapter.writing.IncomingRecord;
import dev.taskmaster.graphstore.adapter.writing.Work;
import dev.taskmaster.graphstore.ledger.Decision;
import dev.taskmaster.graphstore.ledger.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What of a batch is to be decided, and what its decisions mean to those who wait. */
final class AcceptedWork {
  private final List<Input> inputs = new ArrayList<>();
  private final List<String> causes = new ArrayList<>();
  private final List<Work> sources = new ArrayList<>();
  private final List<Map.Entry<IncomingRecord, String>> unreadable = new ArrayList<>();
  private final List<Runnable> acknowledgements = new ArrayList<>();

  AcceptedWork(Offsets offsets, List<Work> works) {
    var records = new ArrayList<IncomingRecord>();
    for (var work : works) {
      if (work instanceof Work.Incoming(var record, var done)) {
        records.add(record);
        acknowledgements.add(() -> done.complete(null));
      }
    }
    var fresh = offsets.lockAndFilter(records);
    for (var work : works) {
      switch (work) {
        case Work.Incoming incoming -> {
          if (fresh.contains(incoming.record())) {
            read(incoming);
          }
        }
        case Work.Claiming claiming -> add(claiming, claiming.input(), "");
        case Work.Beating beating -> add(beating, beating.input(), "");
        case Work.Timer timer -> add(timer, timer.input(), "");
      }
    }
  }

  private void read(Work.Incoming work) {
    var record = work.record();
    try {
      switch (EventJson.read(record.type(), record.value())) {
        case TaskEvent event -> add(work, new Input.Wanted(event), record.id());
        case NodeEvent event -> add(work, new Input.Reported(event), record.id());
        default ->
            unreadable.add(Map.entry(record, record.type() + " does not belong on this topic"));
      }
    } catch (UnreadableEventException e) {
      unreadable.add(Map.entry(record, String.valueOf(e.getMessage())));
    }
  }

  private void add(Work work, Input input, String cause) {
    inputs.add(input);
    causes.add(cause);
    sources.add(work);
  }

  List<Input> inputs() {
    return inputs;
  }

  /** For each input the id of the event that it is, or empty. */
  List<String> causes() {
    return causes;
  }

  List<Map.Entry<IncomingRecord, String>> unreadable() {
    return unreadable;
  }

  List<Runnable> acknowledgements() {
    return acknowledgements;
  }

  void answer(int index, Decision decision, List<Runnable> answers) {
    switch (sources.get(index)) {
      case Work.Claiming claiming -> {
        var grant = decision.grant();
        answers.add(
            () ->
                claiming
                    .answer()
                    .complete(grant == null ? new ClaimReply.Denied("not decided") : grant));
      }
      case Work.Beating beating -> {
        var answer = decision.answer();
        answers.add(
            () ->
                beating
                    .answer()
                    .complete(answer == null ? new Heartbeat.Answer(true, "not decided") : answer));
      }
      case Work.Incoming incoming -> {}
      case Work.Timer timer -> {}
    }
  }
}
