%% erl +S 1 -noshell -pa FOLDER -run bench main BENCH OPERATIONS -s init stop: prints CPU and wall
%% nanoseconds an operation, and bytes an idle process takes.
-module(bench).
-export([main/1]).

main([Name, Count]) ->
  Operations = list_to_integer(Count),
  Run = fun(N) -> run(list_to_atom(Name), N) end,
  Run(Operations div 10),
  erlang:garbage_collect(),
  Memory = erlang:memory(processes),
  {Cpu, _} = erlang:statistics(runtime),
  Wall = erlang:monotonic_time(nanosecond),
  Run(Operations),
  WallNs = erlang:monotonic_time(nanosecond) - Wall,
  {CpuAfter, _} = erlang:statistics(runtime),
  Bytes = (erlang:memory(processes) - Memory) / Operations,
  io:format("~.1f ~.1f ~.1f~n", [(CpuAfter - Cpu) * 1.0e6 / Operations, WallNs / Operations, Bytes]).

run(tell, N) ->
  Me = self(),
  Actor = spawn(fun() -> count(0, Me) end),
  bursts(Actor, N div 1000),
  exit(Actor, kill);
run('ping-pong', N) ->
  Me = self(),
  Pong = spawn(fun() -> player(Me) end),
  Ping = spawn(fun() -> player(Me) end),
  Ping ! {Pong, N},
  receive done -> ok end;
run(ring, N) ->
  Me = self(),
  First = spawn(fun() -> receive {next, Next} -> pass(Next, Me) end end),
  Last = lists:foldl(fun(_, Next) -> spawn(fun() -> pass(Next, Me) end) end, First, lists:seq(1, 999)),
  First ! {next, Last},
  First ! N,
  receive done -> ok end;
run('ask-await', N) ->
  Actor = spawn(fun answer/0),
  ask(Actor, N),
  exit(Actor, kill);
run(spawn, N) ->
  put(kept, [spawn(fun() -> receive stop -> ok end end) || _ <- lists:seq(1, N)]).

bursts(_, 0) -> ok;
bursts(Actor, Left) ->
  burst(Actor, 1000),
  receive done -> bursts(Actor, Left - 1) end.

burst(_, 0) -> ok;
burst(Actor, Left) -> Actor ! add, burst(Actor, Left - 1).

count(999, Who) -> receive add -> Who ! done, count(0, Who) end;
count(Count, Who) -> receive add -> count(Count + 1, Who) end.

player(Who) ->
  receive
    {_, 0} -> Who ! done;
    {From, Left} -> From ! {self(), Left - 1}, player(Who)
  end.

pass(Next, Who) ->
  receive
    0 -> Who ! done, pass(Next, Who);
    Left when is_integer(Left) -> Next ! Left - 1, pass(Next, Who)
  end.

answer() -> receive {ask, Ref, From, Value} -> From ! {Ref, Value + 1}, answer() end.

ask(_, 0) -> ok;
ask(Actor, Left) ->
  Ref = erlang:monitor(process, Actor),
  Actor ! {ask, Ref, self(), Left},
  receive {Ref, _} -> erlang:demonitor(Ref, [flush]) end,
  ask(Actor, Left - 1).
